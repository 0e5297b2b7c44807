"""Stores a transaction once: its document in the bucket, then its record in the table.

The document claims the id, since it is written only where there is none. Who comes later reads it: the same payload completes what may be
half done, another one is refused.
"""
import hashlib
import json
import logging
import os
import re
import time
from decimal import Decimal

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

TABLE = os.environ['TRANSACTION_TABLE_NAME']
BUCKET = os.environ['DATA_BUCKET_NAME']
SDK = Config(connect_timeout=1, read_timeout=3, retries={'mode': 'standard', 'total_max_attempts': 2})
DYNAMODB = boto3.client('dynamodb', config=SDK)
S3 = boto3.client('s3', config=SDK)

LOG = logging.getLogger('transactions')
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.handlers = [logging.StreamHandler()]

REQUIRED = {'transactionId', 'amount'}
ALLOWED = REQUIRED | {'currency', 'customerId', 'timestamp'}
IDENTIFIER = re.compile('[A-Za-z0-9][A-Za-z0-9_-]{0,63}')
CURRENCIES = set('AUD CAD CHF CNY CZK DKK EUR GBP HKD MXN NOK NZD PLN SEK SGD USD ZAR'.split())
CENT = Decimal('0.01')


class Refused(Exception):
    pass


class ServiceFailure(Exception):
    pass


def handler(event, context):
    entry = {'requestId': context.aws_request_id}
    try:
        transaction = parse(event)
        entry['transaction'] = sha256(transaction['transactionId'])
        record, duplicate = store(transaction)
    except Refused as refused:
        status, message = refused.args
        LOG.warning(json.dumps({**entry, 'code': message}))
        return answer(status, {'message': message})
    except Exception as error:
        code = error.response['Error']['Code'] if isinstance(error, ClientError) else type(error).__name__
        LOG.error(json.dumps({**entry, 'code': code}))
        if isinstance(error, (BotoCoreError, ClientError)):
            raise ServiceFailure(code) from error
        raise
    LOG.info(json.dumps({**entry, 'code': 'Duplicate' if duplicate else 'Stored'}))
    return answer(200, {
        'message': 'Transaction processed successfully', 'transactionId': record['transactionId'],
        'timestamp': record['timestamp'], 'duplicate': duplicate})


def answer(status, body):
    return {'statusCode': status, 'headers': {'Content-Type': 'application/json', 'Cache-Control': 'no-store'},
            'body': json.dumps(body)}


def parse(event):
    body = event['body']
    require(isinstance(body, str) and len(body) <= 2048 and not event.get('isBase64Encoded'), 'body')
    try:
        data = json.loads(body, parse_float=Decimal, object_pairs_hook=once)
    except (ValueError, ArithmeticError, RecursionError):
        data = None
    require(isinstance(data, dict) and REQUIRED <= data.keys() <= ALLOWED, 'body')
    for name in ('transactionId', 'customerId'):
        require(name not in data or isinstance(data[name], str) and IDENTIFIER.fullmatch(data[name]), name)
    currency = data.get('currency', 'USD')
    require(isinstance(currency, str) and currency in CURRENCIES, 'currency')
    amount = data['amount']
    require(type(amount) in (int, Decimal) and 0 < amount < 10 ** 15, 'amount')
    exact = Decimal(amount).quantize(CENT)
    require(exact == amount, 'amount')
    second = data.get('timestamp', 1)
    require(type(second) is int and 0 < second < 10 ** 10, 'timestamp')
    return {**data, 'amount': str(exact), 'currency': currency}


def once(pairs):
    data = dict(pairs)
    require(len(data) == len(pairs), 'body')
    return data


def require(condition, field):
    if not condition:
        raise Refused(400, f'Invalid {field}')


def store(transaction):
    """What is stored now, and whether it had been before."""
    record = {'timestamp': int(time.time()), **transaction, 'payloadHash': sha256(canonical(transaction))}
    place = {'Bucket': BUCKET, 'Key': f'transactions/{transaction["transactionId"]}.json'}
    try:
        S3.put_object(**place, Body=canonical(record).encode(), ContentType='application/json', IfNoneMatch='*')
        duplicate = False
    except ClientError as error:
        if error.response['Error']['Code'] != 'PreconditionFailed':
            raise
        duplicate = True
        stored = json.loads(S3.get_object(**place)['Body'].read())
        if stored['payloadHash'] != record['payloadHash']:
            raise Refused(409, 'The transaction id belongs to another payload') from error
        record = stored
    try:
        DYNAMODB.put_item(
            TableName=TABLE, ConditionExpression='attribute_not_exists(transactionId)',
            Item={name: {'N': str(value)} if isinstance(value, int) else {'S': value} for name, value in record.items()})
    except DYNAMODB.exceptions.ConditionalCheckFailedException:
        duplicate = True
    return record, duplicate


def canonical(data):
    return json.dumps(data, sort_keys=True, separators=(',', ':'))


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()
