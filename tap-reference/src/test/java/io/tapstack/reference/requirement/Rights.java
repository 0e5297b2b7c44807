package io.tapstack.reference.requirement;

import io.tapstack.patterns.access.ExceptionRecord;

/** Looks at what roles may do. */
final class Rights {

    private Rights() {}

    /** No action has a wildcard; a resource that ends in one has its record; no policy of AWS is attached. */
    static void areExplicit(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, "AWS::IAM::Role");
        for (Part part : stack.parts()) {
            boolean recorded = part.options().metadata().containsKey(ExceptionRecord.METADATA_KEY);
            for (Part statement : Statements.allowing(part)) {
                String name = part + " " + statement.text("Sid");
                trouble.expect(
                        statement.texts("Action").stream().noneMatch(action -> action.matches(".*[*?].*")),
                        name + " allows a wildcard of actions");
                boolean wild = statement.texts("Resource").stream().anyMatch(arn -> arn.contains("*"));
                trouble.expect(!wild || recorded, name + " has a wildcard of resources without a record");
                trouble.expect(!statement.has("NotAction") && !statement.has("NotResource"), name + " excludes");
            }
            trouble.expect(!part.has("ManagedPolicyArns"), part + " has a policy of AWS");
        }
    }

    /** Each function has a role of its own, which Lambda alone may take on. */
    static void functionsHaveTheirOwn(Stack stack, Trouble trouble) {
        for (Part function : stack.parts("AWS::Lambda::Function")) {
            String role = function.target("Role");
            trouble.expect(stack.typeOf(role).equals("AWS::IAM::Role"), function + " has no role of the stack");
            long sharing = stack.parts("AWS::Lambda::Function").stream()
                    .filter(other -> other.target("Role").equals(role))
                    .count();
            trouble.expect(sharing == 1, function + " shares the role " + role);
            stack.part(role).ifPresent(found -> {
                for (Part trust : found.objects("AssumeRolePolicyDocument.Statement")) {
                    trouble.expect(trust, "Principal.Service", "lambda.amazonaws.com");
                }
            });
        }
    }
}
