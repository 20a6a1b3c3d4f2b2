"""The palette of the pictures: the design's tokens and their softened neighbours."""

PAPER, WHITE, SHADE = "#fbf9f5", "#fffdf8", "#3b2f22"
TEAL_DARK, TEAL, TEAL_MID, TEAL_SOFT, MIST = "#0b3a47", "#0f4c5c", "#45808a", "#9cbfc0", "#d3e2de"
GREEN, PINE, LEAF, MEADOW, SAGE, SAGE_PALE = "#14564a", "#2f6c55", "#3f7a5f", "#8fb584", "#82a882", "#bdd0b1"
GOLD_DARK, GOLD, GOLD_MID, GOLD_WARM, GOLD_LIGHT, GOLD_PALE = (
    "#d99a00",
    "#e2a400",
    "#ebb21c",
    "#f0ba2b",
    "#f3c443",
    "#fae6b0",
)
WOOD_LIGHT, WOOD_DEEP, COFFEE, OCHRE = "#ead3ac", "#a77f54", "#5b3a26", "#a4503a"
