"""Keeps each order once: its text in a bucket, and what finds it in a table, signed with a key that only this function reads."""

import hashlib
import hmac
import json
import os

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=2, read_timeout=5, retries={"mode": "standard", "max_attempts": 3})
DYNAMODB, S3, SECRETS = (boto3.client(name, config=CONFIG) for name in ("dynamodb", "s3", "secretsmanager"))
KEY = []


def signing_key():
    if not KEY:
        secret = SECRETS.get_secret_value(SecretId=os.environ["SIGNING_SECRET_ARN"])["SecretString"]
        KEY.append(json.loads(secret)["signingKey"].encode())
    return KEY[0]


def store(body):
    order = json.loads(body)["orderId"]
    signature = hmac.new(signing_key(), body.encode(), hashlib.sha256).hexdigest()
    place = "orders/" + hashlib.sha256(body.encode()).hexdigest() + ".json"
    S3.put_object(Bucket=os.environ["BUCKET"], Key=place, Body=body.encode())
    DYNAMODB.put_item(
        TableName=os.environ["TABLE"],
        Item={"orderId": {"S": order}, "place": {"S": place}, "signature": {"S": signature}},
        ConditionExpression="attribute_not_exists(orderId) OR signature = :signature",
        ExpressionAttributeValues={":signature": {"S": signature}},
    )


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            store(record["body"])
        except Exception as error:
            code = getattr(error, "response", {}).get("Error", {}).get("Code", type(error).__name__)
            print(json.dumps({"failed": record["messageId"], "error": code}))
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}
