"""The board: what is asked, its cells, and each form it takes: table, cards, groups, files."""

from samverkan.public.board.asking import Asked, asked_of
from samverkan.public.board.cards import cards
from samverkan.public.board.cells import Cell, cells_of, short_about
from samverkan.public.board.compact import compact
from samverkan.public.board.table import table

__all__ = ["Asked", "Cell", "asked_of", "cards", "cells_of", "compact", "short_about", "table"]
