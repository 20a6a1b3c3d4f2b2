"""The pattern library: every token, every component in its states, every block; light and dark side by side.

A section registers its components in its `AppConfig.ready`: `patterns.register(name, label, provider)`.
"""

from kasper_site.cms.patterns.registry import Component, Sample, register

__all__ = ["Component", "Sample", "register"]
