package io.tapstack.reference.requirement;

import java.util.List;

/** Two demands that no template meets at once, or a demand and a fact, and how that was settled. */
record Contradiction(String pipelines, String demand, String against, String settled) {

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "transaction, data, financial",
                    "No wildcards in policies",
                    "Lambda checks its rights for network interfaces without a resource, and the actions that describe have"
                            + " none; streams, objects and keys of a policy's own resource have no other form",
                    "Each wildcard has an exception record that names a compensation: two denials bind the interfaces to"
                            + " this network and keep code from using them. A wildcard without a record is a finding, and"
                            + " so is a record without a wildcard."),
            new Contradiction(
                    "transaction",
                    "Endpoints for Lambda and KMS",
                    "The code calls neither",
                    "Both are made, with policies as narrow as can be: callers within the account may invoke this function,"
                            + " the function may use this key."),
            new Contradiction(
                    "transaction",
                    "A parameter of the template turns on termination protection",
                    "It is an attribute of the stack, which no template sets",
                    "The parameter protects the stores, adds a Config rule that watches the stack, and drives the generated"
                            + " deployment."),
            new Contradiction(
                    "data",
                    "All buckets use SSE-KMS",
                    "The bucket of access logs cannot",
                    "There are no access logs; CloudTrail records data events instead, as is required anyway."),
            new Contradiction(
                    "data",
                    "Everything but groups of logs is retained",
                    "A creation that fails then leaves what it made, and the names block the next one",
                    "Both policies are Retain. The deployment asks CloudFormation for retain-except-on-create."),
            new Contradiction(
                    "data",
                    "Endpoints for S3 and DynamoDB",
                    "The configuration is in Secrets Manager, which the code could not reach",
                    "There is an endpoint of Secrets Manager too."),
            new Contradiction(
                    "financial",
                    "No exposure to the internet",
                    "The README calls the API from anywhere",
                    "The API is private by default; a parameter makes it regional. The commands run inside the network."),
            new Contradiction(
                    "financial",
                    "All traffic through VPC endpoints",
                    "Services call each other on their own network, not through the VPC",
                    "Whatever code calls goes through an endpoint; what services do for it stays within AWS."),
            new Contradiction(
                    "financial",
                    "Keys of the customer only",
                    "Contributor insights keep what they show under a key of AWS",
                    "Insights are enabled, as required. API cache and traces, which have the same fault, are off."),
            new Contradiction(
                    "financial",
                    "Security groups name ports and CIDRs",
                    "A reference to a group is narrower, and S3 and DynamoDB have prefix lists",
                    "Groups refer to groups, prefix lists to services; clients of the API come from the blocks of the"
                            + " subnets."),
            new Contradiction(
                    "financial",
                    "API keys protect the endpoints",
                    "AWS says that keys are no authentication",
                    "Keys are demanded, and callers are authenticated by IAM beside them; a parameter goes without."),
            new Contradiction(
                    "financial",
                    "The parameter environmentSuffix",
                    "The README writes EnvironmentSuffix",
                    "The README's name, since its commands use it."),
            new Contradiction(
                    "transaction, data, financial",
                    "Logs are kept for 90 days",
                    "PCI DSS 10.5.1 asks for twelve months, FINRA 4511 and SEC 17a-4 for years",
                    "90 days are the least, and said to be an exception; the pages of the pipelines tell how to keep them"
                            + " longer."));
}
