"""Stores a transaction once in the table, then publishes it to the stream.

Retry InProgress and ServiceFailure later; InvalidTransaction and Conflict are final.
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

TABLE = os.environ['DYNAMODB_TABLE_NAME']
STREAM = os.environ['KINESIS_STREAM_NAME']
SDK = Config(connect_timeout=2, read_timeout=5, retries={'mode': 'standard', 'total_max_attempts': 4})
DYNAMODB = boto3.client('dynamodb', config=SDK)
KINESIS = boto3.client('kinesis', config=SDK)

LOG = logging.getLogger('transactions')
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.handlers = [logging.StreamHandler()]

REQUIRED = {'transactionId', 'amount', 'customerId'}
ALLOWED = REQUIRED | {'currency', 'timestamp'}
IDENTIFIER = re.compile('[A-Za-z0-9][A-Za-z0-9._:-]{0,127}')
AMOUNT = re.compile(r'(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?')
FREE = ('attribute_not_exists(transactionId) OR payloadHash = :payloadHash AND #status = :status'
        ' AND (leaseUntil < :now OR leaseOwner = :leaseOwner)')
OWN_LEASE = '#status = :received AND leaseOwner = :owner'
DECIMALS = {code: decimals for decimals, codes in (
    (0, 'CLP ISK JPY KRW PYG UGX VND XAF XOF XPF'),
    (2, 'AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR MXN MYR NOK NZD PHP PLN RON SAR SEK SGD '
        'THB TRY TWD UAH USD ZAR'),
    (3, 'BHD IQD JOD KWD LYD OMR TND')) for code in codes.split()}


class InvalidTransaction(Exception):
    pass


class Conflict(Exception):
    pass


class InProgress(Exception):
    pass


class ServiceFailure(Exception):
    pass


def handler(event, context):
    entry = {'requestId': context.aws_request_id}
    try:
        transaction = parse(event)
        entry['transaction'] = sha256(transaction['transactionId'])
        duplicate = process(transaction, context)
    except Exception as error:
        code = error.response['Error']['Code'] if isinstance(error, ClientError) else type(error).__name__
        LOG.error(json.dumps({**entry, 'code': code}))
        if isinstance(error, (BotoCoreError, ClientError)):
            raise ServiceFailure(code) from error
        raise
    LOG.info(json.dumps({**entry, 'code': 'Duplicate' if duplicate else 'Published'}))
    return {'statusCode': 200, 'body': json.dumps({
        'message': 'Transaction processed successfully',
        'transactionId': transaction['transactionId'],
        'duplicate': duplicate})}


def parse(event):
    require(isinstance(event, dict) and REQUIRED <= event.keys() <= ALLOWED, 'fields')
    currency = event.get('currency', 'USD')
    require(isinstance(currency, str) and currency in DECIMALS, 'currency')
    amount = exact_amount(event['amount'], DECIMALS[currency])
    for name in ('transactionId', 'customerId'):
        require(isinstance(event[name], str) and IDENTIFIER.fullmatch(event[name]), name)
    millis = event.get('timestamp', 10 ** 12)
    require(type(millis) is int and 10 ** 11 <= millis < 10 ** 13, 'timestamp')
    return {**event, 'amount': amount, 'currency': currency}


def exact_amount(value, decimals):
    """Text with the decimals of the currency; nothing is rounded."""
    kind = type(value)
    require(kind is str or kind in (int, float) and 0 < value < 10 ** 18, 'amount')
    require(AMOUNT.fullmatch(str(value)), 'amount')
    amount = Decimal(str(value))
    exact = amount.quantize(Decimal(1).scaleb(-decimals))
    require(exact == amount and exact > 0, 'amount')
    # A JSON number of more than 15 digits may have lost cents on its way here.
    require(kind is not float or len(exact.as_tuple().digits) <= 15, 'amount')
    return str(exact)


def require(condition, field):
    if not condition:
        raise InvalidTransaction(f'Invalid {field}')


def process(transaction, context):
    """True if the transaction had been published before."""
    key, owner = transaction['transactionId'], context.aws_request_id
    now = int(time.time() * 1000)
    record = {**transaction, 'payloadHash': sha256(canonical(transaction))}
    # A lease ends with its invocation. Lambda's retries keep the request id, so they may claim again.
    stored = update(
        key, {**record, 'status': 'RECEIVED', 'leaseOwner': owner,
              'leaseUntil': now + context.get_remaining_time_in_millis()},
        ', receivedAt = if_not_exists(receivedAt, :now)', FREE, {'now': now})
    if stored is not None:
        if stored.get('payloadHash') != {'S': record['payloadHash']}:
            raise Conflict('The transaction id belongs to another payload')
        require_published(stored)
        return True
    own = {'received': 'RECEIVED', 'owner': owner}
    try:
        sent = KINESIS.put_record(StreamName=STREAM, PartitionKey=sha256(key), Data=canonical(record))
    except (BotoCoreError, ClientError):
        update(key, {'leaseUntil': 0}, '', OWN_LEASE, own)
        raise
    # A crash here publishes again later: consumers drop an equal transactionId and payloadHash.
    stored = update(key, {'status': 'PUBLISHED', 'sequenceNumber': sent['SequenceNumber']},
                    ' REMOVE leaseOwner, leaseUntil', OWN_LEASE, own)
    if stored is not None:
        require_published(stored)
    return False


def require_published(stored):
    if stored.get('status') != {'S': 'PUBLISHED'}:
        raise InProgress('Another invocation is publishing the transaction')


def update(key, changes, more, condition, values):
    """None, or the stored item if the condition does not hold."""
    changes = {name: value for name, value in changes.items() if name != 'transactionId'}
    try:
        DYNAMODB.update_item(
            TableName=TABLE, Key={'transactionId': {'S': key}}, ConditionExpression=condition,
            UpdateExpression='SET ' + ', '.join(f'#{name} = :{name}' for name in changes) + more,
            ExpressionAttributeNames={f'#{name}': name for name in {'status', *changes}},
            ExpressionAttributeValues={
                f':{name}': {'N': str(value)} if isinstance(value, int) else {'S': value}
                for name, value in {**changes, **values}.items()},
            ReturnValuesOnConditionCheckFailure='ALL_OLD')
    except DYNAMODB.exceptions.ConditionalCheckFailedException as failure:
        return failure.response.get('Item', {})


def canonical(data):
    return json.dumps(data, sort_keys=True, separators=(',', ':'))


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()
