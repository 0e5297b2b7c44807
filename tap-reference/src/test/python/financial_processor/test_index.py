"""The financial processor against an in-memory table and bucket; needs botocore, no network."""
import ast
import base64
import importlib.util
import io
import json
import logging
import os
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from botocore.exceptions import ClientError, ReadTimeoutError

SOURCE = Path(__file__).parents[3] / 'main' / 'python' / 'financial_processor' / 'index.py'
NOW = 1_800_000_000.9
README = '{"transactionId": "txn-001", "amount": 100.50}'


def service_error(code, operation):
    return ClientError({'Error': {'Code': code, 'Message': 'customer cust-123 pays 100.50'}}, operation)


class ConditionalCheckFailed(ClientError):
    def __init__(self):
        super().__init__({'Error': {'Code': 'ConditionalCheckFailedException', 'Message': ''}}, 'PutItem')


class FakeTable:
    exceptions = SimpleNamespace(ConditionalCheckFailedException=ConditionalCheckFailed)

    def __init__(self):
        self.items, self.faults = {}, []

    def put_item(self, TableName, Item, ConditionExpression):
        assert (TableName, ConditionExpression) == ('records-test', 'attribute_not_exists(transactionId)')
        if self.faults and self.faults[0][0] == 'before':
            raise self.faults.pop(0)[1]
        key = Item['transactionId']['S'], Item['timestamp']['N']
        if key in self.items:
            raise ConditionalCheckFailed()
        self.items[key] = Item
        if self.faults:
            raise self.faults.pop(0)[1]


class FakeBucket:
    def __init__(self):
        self.objects, self.faults, self.reads = {}, [], 0

    def put_object(self, Bucket, Key, Body, ContentType, IfNoneMatch):
        assert (Bucket, ContentType, IfNoneMatch) == ('documents-test', 'application/json', '*')
        if self.faults and self.faults[0][0] == 'before':
            raise self.faults.pop(0)[1]
        if Key in self.objects:
            raise service_error('PreconditionFailed', 'PutObject')
        self.objects[Key] = Body
        if self.faults:
            raise self.faults.pop(0)[1]

    def get_object(self, Bucket, Key):
        assert Bucket == 'documents-test'
        self.reads += 1
        return {'Body': io.BytesIO(self.objects[Key])}


class ProcessorTest(unittest.TestCase):
    def setUp(self):
        self.table, self.bucket, self.lines, self.configs, self.now = FakeTable(), FakeBucket(), [], {}, NOW
        environment = {'TRANSACTION_TABLE_NAME': 'records-test', 'DATA_BUCKET_NAME': 'documents-test'}

        def client(service, config=None):
            self.configs[service] = config
            return {'dynamodb': self.table, 's3': self.bucket}[service]

        spec = importlib.util.spec_from_file_location('financial_processor_index', SOURCE)
        self.index = importlib.util.module_from_spec(spec)
        with mock.patch.dict(os.environ, environment), mock.patch('boto3.client', client):
            spec.loader.exec_module(self.index)
        sink = logging.Handler()
        sink.emit = lambda record: self.lines.append(record.getMessage())
        self.index.LOG.handlers = [sink]
        clock = mock.patch.object(self.index.time, 'time', lambda: self.now)
        clock.start()
        self.addCleanup(clock.stop)

    def call(self, body, **members):
        event = {'httpMethod': 'POST', 'path': '/transactions', 'isBase64Encoded': False, 'body': body, **members}
        answer = self.index.handler(event, SimpleNamespace(aws_request_id='request-1'))
        self.assertEqual({'statusCode', 'headers', 'body'}, set(answer))
        self.assertEqual('application/json', answer['headers']['Content-Type'])
        return answer['statusCode'], json.loads(answer['body'])

    def item(self):
        self.assertEqual(1, len(self.table.items))
        return next(iter(self.table.items.values()))

    def document(self):
        self.assertEqual(['transactions/txn-001.json'], list(self.bucket.objects))
        return json.loads(self.bucket.objects['transactions/txn-001.json'])

    def codes(self):
        return [json.loads(line)['code'] for line in self.lines]


class AcceptedTest(ProcessorTest):
    def test_the_request_of_the_readme(self):
        status, body = self.call(README)
        self.assertEqual(200, status)
        self.assertEqual({'message': 'Transaction processed successfully', 'transactionId': 'txn-001',
                          'timestamp': 1_800_000_000, 'duplicate': False}, body)
        document = self.document()
        self.assertEqual({'transactionId': 'txn-001', 'amount': '100.50', 'currency': 'USD', 'timestamp': 1_800_000_000,
                          'payloadHash': document['payloadHash']}, document)
        self.assertEqual({'transactionId': {'S': 'txn-001'}, 'amount': {'S': '100.50'}, 'currency': {'S': 'USD'},
                          'timestamp': {'N': '1800000000'}, 'payloadHash': {'S': document['payloadHash']}}, self.item())

    def test_a_timestamp_of_the_caller_is_the_key(self):
        self.assertEqual(1234567890, self.call('{"transactionId":"txn-001","amount":1,"timestamp":1234567890}')[1]['timestamp'])
        self.assertIn(('txn-001', '1234567890'), self.table.items)

    def test_every_field(self):
        self.call('{"transactionId":"txn-001","amount":5,"currency":"EUR","customerId":"cust-123","timestamp":1}')
        self.assertEqual({'S': 'EUR'}, self.item()['currency'])
        self.assertEqual({'S': 'cust-123'}, self.item()['customerId'])

    def test_amounts_are_exact_text(self):
        for amount, text in (('0.01', '0.01'), ('1', '1.00'), ('7.1', '7.10'), ('100.50', '100.50'), ('1.100', '1.10'),
                             ('999999999999999.99', '999999999999999.99'), ('123456789012345', '123456789012345.00'),
                             ('1e2', '100.00'), ('1.5E1', '15.00'), ('0.1' + '0' * 500, '0.10')):
            with self.subTest(amount):
                self.setUp()
                self.assertEqual(200, self.call('{"transactionId":"txn-001","amount":%s}' % amount)[0])
                self.assertEqual(text, self.document()['amount'])
                self.assertEqual({'S': text}, self.item()['amount'])


class RefusedTest(ProcessorTest):
    def refused(self, field, body, **members):
        with self.subTest(body):
            self.assertEqual((400, {'message': f'Invalid {field}'}), self.call(body, **members))
            self.assertEqual(({}, {}), (self.table.items, self.bucket.objects))

    def test_bodies(self):
        for body in (None, '', ' ', 'null', '[]', '1', '"txn-001"', '{', '{}', '{"transactionId":"txn-001"}', '{"amount":1}',
                     README[:-1], README + 'x', '<xml/>', 'transactionId=txn-001&amount=1',
                     '{"transactionId":"txn-001","amount":1,"status":"PAID"}',
                     '{"transactionId":"txn-001","amount":1,"amount":2}',
                     '{"transactionId":"txn-001","amount":1,"customerId":{"a":1,"a":2}}',
                     '[' * 2000, '{"a":' * 400, '{"transactionId":"txn-001","amount":1e99999999999999999999}',
                     '{"transactionId":"txn-001","amount":1}' + ' ' * 2048):
            self.refused('body', body)
        self.refused('body', base64.b64encode(README.encode()).decode(), isBase64Encoded=True)
        self.refused('body', README, isBase64Encoded=True)

    def test_amounts(self):
        for amount in ('0', '-1', '-0.01', '0.0', '0.001', '1.005', '100.501', '1000000000000000', '1e15', '1e300', '1e-3',
                       'null', 'true', '"100.50"', '[1]', '{}', 'NaN', 'Infinity', '-Infinity'):
            self.refused('amount', '{"transactionId":"txn-001","amount":%s}' % amount)

    def test_identifiers(self):
        for value in ('', ' ', 'a b', '-a', 'a/b', '../a', 'a.b', 'é', 'a\\u0000', 'a' * 65):
            self.refused('transactionId', '{"transactionId":"%s","amount":1}' % value)
            self.refused('customerId', '{"transactionId":"txn-001","amount":1,"customerId":"%s"}' % value)
        for value in ('1', 'null', '[]', 'true'):
            self.refused('transactionId', '{"transactionId":%s,"amount":1}' % value)

    def test_currencies_and_timestamps(self):
        for value in ('"usd"', '""', '"JPY"', '"XXX"', 'null', '1', '["USD"]', '{}'):
            self.refused('currency', '{"transactionId":"txn-001","amount":1,"currency":%s}' % value)
        for value in ('0', '-1', '1.5', '1.0', '1e3', '10000000000', '"1"', 'null', 'true'):
            self.refused('timestamp', '{"transactionId":"txn-001","amount":1,"timestamp":%s}' % value)

    def test_an_event_of_another_kind_is_an_error(self):
        with self.assertRaises(KeyError):
            self.index.handler({'Records': []}, SimpleNamespace(aws_request_id='request-1'))


class OnceTest(ProcessorTest):
    def test_a_repetition_changes_nothing(self):
        self.call(README)
        stored = self.item(), dict(self.bucket.objects)
        self.now += 5
        for body in (README, '{"amount":100.5,"transactionId":"txn-001"}',
                     '{"transactionId":"txn-001","amount":100.50,"currency":"USD"}'):
            self.assertEqual((200, {'message': 'Transaction processed successfully', 'transactionId': 'txn-001',
                                    'timestamp': 1_800_000_000, 'duplicate': True}), self.call(body))
        self.assertEqual(stored, (self.item(), self.bucket.objects))
        self.assertEqual(['Stored', 'Duplicate', 'Duplicate', 'Duplicate'], self.codes())

    def test_another_payload_under_the_id_is_refused(self):
        self.call(README)
        stored = self.item(), dict(self.bucket.objects)
        for more in ('"amount":100.51', '"amount":100.50,"currency":"EUR"', '"amount":100.50,"customerId":"c"',
                     '"amount":100.50,"timestamp":1234567890'):
            self.assertEqual((409, {'message': 'The transaction id belongs to another payload'}),
                             self.call('{"transactionId":"txn-001",%s}' % more))
        self.assertEqual(stored, (self.item(), self.bucket.objects))

    def test_what_was_half_done_is_completed_as_it_began(self):
        self.table.faults = [('before', service_error('ThrottlingException', 'PutItem'))]
        with self.assertRaises(self.index.ServiceFailure):
            self.call(README)
        self.assertEqual({}, self.table.items)
        self.now += 60
        self.assertEqual(1_800_000_000, self.call(README)[1]['timestamp'])
        self.assertEqual({'N': '1800000000'}, self.item()['timestamp'])

    def test_a_crash_between_the_stores_is_mended(self):
        self.table.faults = [('before', SystemExit())]
        with self.assertRaises(SystemExit):
            self.call(README)
        self.assertEqual(200, self.call(README)[0])
        self.assertEqual(self.document()['payloadHash'], self.item()['payloadHash']['S'])

    def test_lost_answers_are_found_by_the_next_call(self):
        for store in ('bucket', 'table'):
            with self.subTest(store):
                self.setUp()
                getattr(self, store).faults = [('after', ReadTimeoutError(endpoint_url='https://aws'))]
                with self.assertRaises(self.index.ServiceFailure):
                    self.call(README)
                self.assertTrue(self.call(README)[1]['duplicate'])
                self.assertEqual(self.document()['amount'], self.item()['amount']['S'])

    def test_a_conflict_of_two_writers_is_left_to_the_caller(self):
        self.bucket.faults = [('before', service_error('ConditionalRequestConflict', 'PutObject'))]
        with self.assertRaises(self.index.ServiceFailure):
            self.call(README)
        self.assertEqual({}, self.table.items)


class ServiceTest(ProcessorTest):
    def test_errors_of_the_services_are_raised_and_chained(self):
        for store in ('bucket', 'table'):
            for error, code in ((service_error('AccessDenied', 'Put'), 'AccessDenied'),
                                (ReadTimeoutError(endpoint_url='https://aws'), 'ReadTimeoutError')):
                with self.subTest(store=store, code=code):
                    self.setUp()
                    getattr(self, store).faults = [('before', error)]
                    with self.assertRaises(self.index.ServiceFailure) as caught:
                        self.call(README)
                    self.assertEqual(code, str(caught.exception))
                    self.assertIs(error, caught.exception.__cause__)
                    self.assertEqual([code], self.codes())

    def test_a_damaged_document_is_an_error_and_no_conflict(self):
        self.bucket.objects['transactions/txn-001.json'] = b'{}'
        with self.assertRaises(KeyError):
            self.call(README)
        self.assertEqual(['KeyError'], self.codes())

    def test_clients_give_up_before_the_api_does(self):
        self.assertEqual({'dynamodb', 's3'}, set(self.configs))
        longest = 0
        for config in self.configs.values():
            self.assertEqual('standard', config.retries['mode'])
            longest += config.retries['total_max_attempts'] * (config.connect_timeout + config.read_timeout)
        self.assertLess(longest + longest / 2, 29)

    def test_logs_hold_neither_payload_nor_customer(self):
        with_customer = '{"transactionId":"txn-001","amount":100.50,"customerId":"cust-123"}'
        self.call(with_customer)
        self.call(with_customer)
        self.call(README)
        self.call('{"transactionId":"txn-001","amount":"cust-123"}')
        self.bucket.faults = [('before', service_error('InternalError', 'PutObject'))]
        with self.assertRaises(self.index.ServiceFailure):
            self.call(README)
        self.assertEqual(5, len(self.lines))
        for line in self.lines:
            self.assertLessEqual(set(json.loads(line)), {'requestId', 'transaction', 'code'})
            for private in ('txn-00', 'cust', '100', 'pays'):
                self.assertNotIn(private, line)

    def test_no_amount_is_ever_a_binary_number(self):
        names = {node.id for node in ast.walk(ast.parse(SOURCE.read_text())) if isinstance(node, ast.Name)}
        self.assertNotIn('float', names)
        self.assertIn('Decimal', names)

    def test_the_source_fits_into_a_template(self):
        self.assertLess(SOURCE.stat().st_size, 6_000)


if __name__ == '__main__':
    unittest.main()
