"""Makes calls to AWS for the oracle tests, several at a time: one process instead of one for each.

calls.py THREADS: reads a list of [service, operation, input], writes {"output": ...} or {"error": code, "message": ...} for each, in the
same order. Nothing is tried twice.
"""
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=90, max_pool_connections=64, retries={'total_max_attempts': 1})
CLIENTS = lru_cache(maxsize=None)(lambda service: boto3.client(service, config=CONFIG))


def make(call):
    service, operation, arguments = call
    try:
        output = getattr(CLIENTS(service), xform_name(operation))(**arguments)
    except ClientError as refused:
        return {'error': refused.response['Error']['Code'], 'message': str(refused)}
    return {'output': json.loads(json.dumps({**output, 'ResponseMetadata': {}}, default=plain))}


def plain(value):
    if hasattr(value, 'isoformat'):
        return value.isoformat()
    return (value.read() if hasattr(value, 'read') else value).decode()


if __name__ == '__main__':
    calls = json.load(sys.stdin)
    for service in {call[0] for call in calls}:
        CLIENTS(service)
    with ThreadPoolExecutor(int(sys.argv[1])) as pool:
        json.dump(list(pool.map(make, calls)), sys.stdout)
