"""Stores the metadata of each transaction in an uploaded file once, then a receipt for the file.

A file is UTF-8 text, and valid as a whole or nothing of it is stored. All values are texts:
  *.csv    the header transactionId,customerId,amount,currency,timestamp, then a line for each transaction;
  *.jsonl  on each line a JSON object with just these members.
Amounts are positive and have no more decimals than their currency; timestamps are milliseconds since 1970.
Customers are stored under a keyed hash: whoever reads the table does not learn who they are.

Retry ServiceFailure later; InvalidEvent, InvalidFile and Conflict are final. Whatever fails, the file stays.
"""
import csv
import hashlib
import hmac
import io
import json
import logging
import os
import re
import time
from collections import Counter
from contextlib import closing
from decimal import Decimal
from urllib.parse import unquote_plus

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

SECRET = os.environ['CONFIGURATION_SECRET_ARN']
SDK = Config(connect_timeout=2, read_timeout=5, retries={'mode': 'standard', 'total_max_attempts': 4})
DYNAMODB = boto3.client('dynamodb', config=SDK)
S3 = boto3.client('s3', config=SDK)
SECRETS = boto3.client('secretsmanager', config=SDK)
CONFIGURATION = {}

LOG = logging.getLogger('transactions')
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.handlers = [logging.StreamHandler()]

DECIMALS = {code: decimals for decimals, codes in (
    (0, 'CLP ISK JPY KRW PYG UGX VND XAF XOF XPF'),
    (2, 'AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR MXN MYR NOK NZD PHP PLN RON SAR SEK SGD '
        'THB TRY TWD UAH USD ZAR'),
    (3, 'BHD IQD JOD KWD LYD OMR TND')) for code in codes.split()}
IDENTIFIER = '[A-Za-z0-9][A-Za-z0-9._:-]{0,127}'
FIELDS = {
    'transactionId': re.compile(IDENTIFIER),
    'customerId': re.compile(IDENTIFIER),
    'amount': re.compile(r'(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?'),
    'currency': re.compile('|'.join(DECIMALS)),
    'timestamp': re.compile('[1-9][0-9]{11,12}')}


class InvalidEvent(Exception):
    pass


class InvalidFile(Exception):
    pass


class Conflict(Exception):
    pass


class ServiceFailure(Exception):
    pass


def handler(event, context):
    entry = {'requestId': context.aws_request_id}
    try:
        for upload in uploads(event, context.invoked_function_arn.split(':')[4]):
            entry.update(object=sha256(upload['Key']), version=upload['VersionId'])
            outcomes = process(upload)
            LOG.info(json.dumps({**entry, 'code': 'Processed', **outcomes}))
    except Exception as error:
        CONFIGURATION.clear()
        code = error.response['Error']['Code'] if isinstance(error, ClientError) else type(error).__name__
        LOG.error(json.dumps({**entry, 'code': code}))
        if isinstance(error, (BotoCoreError, ClientError)):
            raise ServiceFailure(code) from error
        raise


def uploads(event, account):
    """The object versions of which S3 tells, as the SDK asks for them."""
    try:
        found = [{
            'Bucket': record['s3']['bucket']['name'],
            'Key': unquote_plus(record['s3']['object']['key']),
            'VersionId': record['s3']['object']['versionId'],
            'ExpectedBucketOwner': account,
        } for record in event['Records'] if created(record)]
        whole = found and len(found) == len(event['Records'])
        texts = all(isinstance(value, str) and value for upload in found for value in upload.values())
    except (AttributeError, KeyError, TypeError):
        raise InvalidEvent('Not an event of a versioned bucket') from None
    if not (whole and texts):
        raise InvalidEvent('Not only new objects')
    return found


def created(record):
    return record['eventSource'] == 'aws:s3' and record['eventName'].startswith('ObjectCreated:')


def configuration():
    """What the secret holds: read again after five minutes, and after a failure."""
    if time.monotonic() >= CONFIGURATION.get('until', 0):
        text = SECRETS.get_secret_value(SecretId=SECRET)['SecretString']
        CONFIGURATION.update(json.loads(text), until=time.monotonic() + 300)
    return CONFIGURATION


def process(upload):
    """How many transactions were stored, and how many had been before."""
    config = configuration()
    pseudonym = hmac.new(config['pseudonymKey'].encode(), digestmod=hashlib.sha256)
    data = read(upload, config)
    transactions = parse(upload['Key'].rpartition('.')[2], data, config['maximumTransactions'])
    source = {'objectKey': {'S': upload['Key']}, 'objectVersion': {'S': upload['VersionId']},
              'receivedAt': {'N': str(int(time.time() * 1000))}}
    outcomes = Counter(put(config['tableName'], {
        'transactionId': {'S': transaction['transactionId']},
        'customer': {'S': keyed(pseudonym, transaction['customerId'])},
        'amount': {'S': transaction['amount']},
        'currency': {'S': transaction['currency']},
        'timestamp': {'N': transaction['timestamp']},
        'payloadHash': {'S': keyed(pseudonym, json.dumps(transaction, sort_keys=True))},
        **source}) for transaction in transactions)
    # One conflict does not keep out the others, but the file gets no receipt.
    if outcomes['conflicts']:
        raise Conflict(f'{outcomes["conflicts"]} of {len(transactions)} transaction ids belong to other payloads')
    # No transaction can have this id: it has a # in it.
    put(config['tableName'], {
        'transactionId': {'S': 'file#' + sha256(upload['Key'] + '\n' + upload['VersionId'])},
        'transactions': {'N': str(len(transactions))},
        'totals': {'M': totals(transactions)},
        'payloadHash': {'S': keyed(pseudonym, data.hex())},
        **source})
    return outcomes


def read(upload, config):
    require(upload['Key'].startswith(config['objectPrefix']), 'key')
    answer = S3.get_object(**upload)
    # Not the body itself: as a context it gives the raw stream, which does not miss what was cut off.
    with closing(answer['Body']) as body:
        require(0 < answer['ContentLength'] <= config['maximumBytes'], 'size')
        return body.read()


def parse(kind, data, most):
    require(kind in ('csv', 'jsonl'), 'key')
    transactions = {}
    try:
        for number, row in enumerate((csv_rows if kind == 'csv' else json_rows)(data.decode()), 1):
            require(number <= most, 'number of transactions')
            transaction = checked(row, f'transaction {number}')
            require(transaction['transactionId'] not in transactions, f'transactionId of transaction {number}')
            transactions[transaction['transactionId']] = transaction
    except (ValueError, RecursionError, csv.Error):
        raise InvalidFile('Invalid ' + kind) from None
    require(transactions, 'number of transactions')
    return list(transactions.values())


def csv_rows(text):
    rows = csv.reader(io.StringIO(text, newline=''), strict=True)
    require(next(rows, None) == list(FIELDS), 'header')
    for row in rows:
        yield list(zip(FIELDS, row)) if len(row) == len(FIELDS) else None


def json_rows(text):
    for line in text.removesuffix('\n').split('\n'):
        yield json.loads(line, object_pairs_hook=list)


def checked(pairs, where):
    """A transaction whose amount has all decimals of its currency; nothing is rounded."""
    require(isinstance(pairs, list) and len(pairs) == len(FIELDS), 'fields of ' + where)
    require(all(isinstance(pair, tuple) for pair in pairs), 'fields of ' + where)
    transaction = dict(pairs)
    require(transaction.keys() == FIELDS.keys(), 'fields of ' + where)
    for name, pattern in FIELDS.items():
        value = transaction[name]
        require(isinstance(value, str) and pattern.fullmatch(value), f'{name} of {where}')
    amount = Decimal(transaction['amount'])
    exact = amount.quantize(Decimal(1).scaleb(-DECIMALS[transaction['currency']]))
    require(exact == amount and exact > 0, 'amount of ' + where)
    return {**transaction, 'amount': str(exact)}


def require(condition, what):
    if not condition:
        raise InvalidFile('Invalid ' + what)


def put(table, item):
    """What became of an item: it was stored, or its id had been taken, by the same payload or by another."""
    try:
        DYNAMODB.put_item(TableName=table, Item=item, ConditionExpression='attribute_not_exists(transactionId)',
                          ReturnValuesOnConditionCheckFailure='ALL_OLD')
    except DYNAMODB.exceptions.ConditionalCheckFailedException as failure:
        known = failure.response.get('Item', {})
        return 'duplicates' if known.get('payloadHash') == item['payloadHash'] else 'conflicts'
    return 'stored'


def totals(transactions):
    sums = {}
    for transaction in transactions:
        currency = transaction['currency']
        sums[currency] = sums.get(currency, 0) + Decimal(transaction['amount'])
    return {currency: {'S': str(total)} for currency, total in sums.items()}


def keyed(pseudonym, text):
    own = pseudonym.copy()
    own.update(text.encode())
    return own.hexdigest()


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()
