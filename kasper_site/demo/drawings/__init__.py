"""Draws the site's own pictures: ``python -m kasper_site.demo.drawings [key ...]``.

Every picture is SVG built by plain functions (deterministic: one random seed a picture), rendered by
headless Chromium into ``kasper_site/demo/images`` (demo content) and ``static/img`` (wordmark, icons,
share image). The results are committed; the site itself never imports this package.

``svg`` writes elements; ``land``, ``dandelion``, ``seeds`` and ``household`` draw things; ``outdoors``,
``plants`` and ``indoors`` compose pictures of them; ``marks`` holds the wordmark and icons; ``__main__``
renders. Coordinates are pixels of the finished picture (things of the household: hundredths of their
size); angles are degrees, 0 = right, 90 = down.
"""
