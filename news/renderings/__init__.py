"""What a release is besides its page: a PDF, a plain text, a card for shared links.

Made when the release is published, never for a visitor who waits (`making`), kept as `news.models.Rendering`, remade
when something that they print has changed (`renewal`), served below the release's own address (`serving`).
"""
