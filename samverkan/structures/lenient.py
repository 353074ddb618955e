"""Reading a part that has faults as far as it goes, so that one check finds them all."""

from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

STRICT = ConfigDict(strict=True)


def read(model: type[Model], raw: object) -> tuple[Model | None, list[ErrorDetails]]:
    """Return a part, with what can be used of it, and all that is wrong with it."""
    try:
        return model.model_validate(raw), []
    except ValidationError as refused:
        usable = _usable(model, raw) if isinstance(raw, dict) else None
        return usable, refused.errors(include_url=False)


def _usable(model: type[Model], raw: dict[str, Any]) -> Model:
    values = {name: _value(field, raw, name) for name, field in model.model_fields.items()}
    return model.model_construct(**values)


def _value(field: FieldInfo, raw: dict[str, Any], name: str) -> Any:
    """Return the value that stands there, or what stands in for it: the default, or nothing."""
    if name in raw and (part := model_in(field)) and isinstance(raw[name], list):
        return [_usable(part, one) for one in raw[name] if isinstance(one, dict)]
    kind: Any = Annotated[field.annotation, None, *field.metadata]  # never without any
    adapter: TypeAdapter[Any] = TypeAdapter(kind, config=STRICT)
    if name in raw:
        try:
            return adapter.validate_python(raw[name])
        except ValidationError:
            if isinstance(raw[name], str) and field.annotation is str:
                return raw[name]
            if isinstance(raw[name], list):
                return [one for one in raw[name] if isinstance(one, str)]
    if field.is_required():
        return [] if get_origin(field.annotation) is list else None
    return field.get_default(call_default_factory=True)


def model_in(field: FieldInfo) -> type[BaseModel] | None:
    inner = next(iter(get_args(field.annotation)), None)
    return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
