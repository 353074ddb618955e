"""Files on their way in: one that is too large is let go, so that what was typed still comes in."""

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from samverkan.documents.rules import FILE_LIMIT, megabytes
from samverkan.journal.obstacles import Obstacle

LARGEST_REQUEST = 5 * FILE_LIMIT


class TooMuch(Exception):
    """More was sent than can be taken in, or it could not be read."""


class Limit(FileUploadHandler):
    """Lets a file go when it is larger than what is taken in."""

    refused: Obstacle | None = None

    def __init__(self, request: HttpRequest, size: int) -> None:
        super().__init__(request)
        self.size = size
        self.sent = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        super().new_file(*args, **kwargs)
        self.sent = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on what comes, until it is too much."""
        self.sent += len(raw_data)
        if self.sent > FILE_LIMIT:
            sizes = {"size": megabytes(self.size), "limit": megabytes(FILE_LIMIT)}
            self.refused = Obstacle("file_too_large", {"name": self.file_name, **sizes})
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def take_in(request: HttpRequest) -> Limit:
    """Read what was sent, and return what became of its file.

    Raises TooMuch when it is more than a form and a file can be.
    """
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > LARGEST_REQUEST:
        raise TooMuch
    limit = Limit(request, size)
    request.upload_handlers.insert(0, limit)
    try:
        request.POST  # noqa: B018 - reading it is what takes the form and the file in
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError) as problem:
        raise TooMuch from problem
    return limit
