"""The newsroom: releases, current matters and their lists."""

from news.models.coverage import CoveragePage
from news.models.index import NewsIndexPage, ProjectNewsIndexPage
from news.models.press_room import PressFigure, PressRoomPage, PressRoomPicture
from news.models.release import ReleasePage
from news.models.release_parts import ReleaseAttachment, ReleaseContact, ReleasePicture
from news.models.rendering import Rendering
from news.models.story import CurrentMatterPage, StoryPage
from news.models.subscriber import Subscriber
from news.models.topic import Topic
from news.models.truth import Correction, ReleaseSnapshot, Withdrawal

__all__ = [
    "Correction",
    "CoveragePage",
    "CurrentMatterPage",
    "NewsIndexPage",
    "PressFigure",
    "PressRoomPage",
    "PressRoomPicture",
    "ProjectNewsIndexPage",
    "ReleaseAttachment",
    "ReleaseContact",
    "ReleasePage",
    "ReleasePicture",
    "ReleaseSnapshot",
    "Rendering",
    "StoryPage",
    "Subscriber",
    "Topic",
    "Withdrawal",
]
