"""What pages and other areas ask about files."""

from uuid import UUID

from django.db.models import QuerySet

from samverkan.documents.models import Content, Document
from samverkan.journal.choices import Visibility


def public_documents(collaboration_id: int) -> QuerySet[Document]:
    """Return the files of a collaboration that anyone may read."""
    return documents_visible_to(collaboration_id, Visibility.PUBLIC)


def documents_visible_to(collaboration_id: int, *visibilities: Visibility) -> QuerySet[Document]:
    """Return the files of a collaboration for someone who may see these visibilities."""
    return Document.objects.filter(
        collaboration_id=collaboration_id, visibility__in=visibilities
    ).order_by("-added_at", "pk")


def content_of(document: Document) -> bytes:
    """Return a file's bytes."""
    return bytes(Content.objects.values_list("data", flat=True).get(pk=document.content_id))


def public_document(collaboration_id: int, key: UUID) -> Document | None:
    """Return the file at an address, if anyone may read it."""
    return public_documents(collaboration_id).filter(key=key).first()
