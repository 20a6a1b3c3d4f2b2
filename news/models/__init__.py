"""The newsroom: releases, current matters and their lists."""

from news.models.index import NewsIndexPage, ProjectNewsIndexPage
from news.models.release import ReleaseContact, ReleasePage
from news.models.story import CurrentMatterPage, StoryPage

__all__ = [
    "CurrentMatterPage",
    "NewsIndexPage",
    "ProjectNewsIndexPage",
    "ReleaseContact",
    "ReleasePage",
    "StoryPage",
]
