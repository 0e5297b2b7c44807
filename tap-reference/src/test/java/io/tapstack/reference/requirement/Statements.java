package io.tapstack.reference.requirement;

import java.util.ArrayList;
import java.util.List;

/** The statements of the policies of a resource. */
final class Statements {

    private static final List<String> DOCUMENTS =
            List.of("AssumeRolePolicyDocument", "KeyPolicy", "PolicyDocument", "Policy", "ResourcePolicy");

    private Statements() {}

    static List<Part> of(Part part) {
        List<Part> found = new ArrayList<>();
        for (String document : DOCUMENTS) {
            found.addAll(part.objects(document + ".Statement"));
        }
        for (Part inline : part.objects("Policies")) {
            found.addAll(inline.objects("PolicyDocument.Statement"));
        }
        return found;
    }

    /** The statements that allow something. */
    static List<Part> allowing(Part part) {
        return of(part).stream().filter(one -> one.is("Effect", "Allow")).toList();
    }

    /** The statements that let a role do something, in its own policies and in those beside it. */
    static List<Part> allowing(Stack stack, String role) {
        List<Part> found = new ArrayList<>();
        for (Part part : stack.parts()) {
            boolean own = part.type().equals("AWS::IAM::Role") && part.id().equals(role);
            boolean beside = part.type().equals("AWS::IAM::Policy")
                    && part.targets("Roles").contains(role);
            if (own) {
                part.objects("Policies").forEach(inline -> found.addAll(inline.objects("PolicyDocument.Statement")));
            } else if (beside) {
                found.addAll(of(part));
            }
        }
        found.removeIf(one -> !one.is("Effect", "Allow"));
        return found;
    }

    /** Whether a role may do something to a resource. */
    static boolean allows(Stack stack, String role, String action, String resource) {
        return allowing(stack, role).stream()
                .anyMatch(one -> one.texts("Action").contains(action)
                        && one.targets("Resource").contains(resource));
    }
}
