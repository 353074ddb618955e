"""What the description of the structure is made from, in a number of questions that never grows."""

from samverkan.public.queries.description.details import Details, details_of
from samverkan.public.queries.description.frame import Frame, frame_on
from samverkan.public.queries.description.listings import Listing, listings_on

__all__ = ["Details", "Frame", "Listing", "details_of", "frame_on", "listings_on"]
