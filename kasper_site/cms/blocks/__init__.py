"""The site's blocks. Each has a template, a style file and a pattern-library anchor of the same name."""

from kasper_site.cms.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
