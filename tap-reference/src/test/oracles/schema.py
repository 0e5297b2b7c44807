"""Validates JSON documents: schema.py SCHEMA FILE... prints a line for each thing in them that the schema does not allow."""
import json
import sys

from jsonschema.validators import validator_for

schema = json.load(open(sys.argv[1], encoding='utf-8'))
kind = validator_for(schema)
kind.check_schema(schema)
for name in sys.argv[2:]:
    for error in kind(schema).iter_errors(json.load(open(name, encoding='utf-8'))):
        print(name, error.json_path, error.message[:200])
