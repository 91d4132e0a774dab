"""ftm.py FILE: has FollowTheMoney check every entity of the file, and prints as JSON how many there are of each schema.

What it would drop or change is an error: an unknown schema or property, a value that it does not take, an id that it
refuses or that comes twice, a reference to nobody, or to somebody whom the property does not take.
"""

import json
import sys
from collections import Counter

from followthemoney import model
from followthemoney.types import registry


def fail(line, what):
    sys.exit(f"{sys.argv[1]}:{line}: {what}")


def check_values(line, data, entity):
    for name, values in data["properties"].items():
        prop = entity.schema.get(name)
        if prop is None or prop.stub:
            fail(line, f"{entity.schema.name} has no property {name}")
        # Of names and text it trims white space and control characters, which makes no value disappear.
        for value in values:
            if prop.type.clean(value) is None and value.strip():
                fail(line, f"{name} does not take {value!r}")


def check_references(line, entity, schemas):
    for prop, value in entity.itervalues():
        if prop.type != registry.entity:
            continue
        if value not in schemas:
            fail(line, f"{prop.name} refers to {value}, which is nobody")
        if not schemas[value].is_a(prop.range):
            fail(line, f"{prop.name} takes {prop.range.name}, not {schemas[value].name}")


def main():
    entities = []
    with open(sys.argv[1], encoding="utf-8") as lines:
        for number, text in enumerate(lines, 1):
            data = json.loads(text)
            if registry.entity.clean(data["id"]) != data["id"] or "." in data["id"]:
                fail(number, f"the id {data['id']}")
            entity = model.get_proxy(data, cleaned=False)
            check_values(number, data, entity)
            entity.schema.validate(data)
            for name in entity.schema.required:
                if not data["properties"].get(name):
                    fail(number, f"{entity.schema.name} needs {name}")
            entities.append((number, entity))
    schemas = {}
    for number, entity in entities:
        if entity.id in schemas:
            fail(number, f"the id {entity.id} comes twice")
        schemas[entity.id] = entity.schema
    for number, entity in entities:
        check_references(number, entity, schemas)
    links = Counter(e.schema.name for _, e in entities if e.schema.edge)
    print(json.dumps(dict(Counter(e.schema.name for _, e in entities if not e.schema.edge)) | {"links": links}))


main()
