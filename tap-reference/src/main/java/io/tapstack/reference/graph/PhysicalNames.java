package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that resources get in AWS, as far as the template sets them: an ARN that is spelled out with such a name means that
 * resource, though no function says so. Templates do that where a reference would close a cycle.
 */
final class PhysicalNames {

    private static final String ARN = "arn:";
    private static final int SHORTEST = 4;
    private static final int MOST_MARKS = 40;

    private final Map<String, String> idsByName = new LinkedHashMap<>();

    /** The names of resources; of two resources of one name the first counts. */
    PhysicalNames(Iterable<Resource> resources) {
        for (Resource resource : resources) {
            String type = resource.resourceType();
            String last = type.substring(type.lastIndexOf(':') + 1);
            Value<?> name = resource.properties().find(last + "Name");
            String text = text(name == null ? resource.properties().find("Name") : name);
            if (text.length() >= SHORTEST) {
                idsByName.putIfAbsent(text, resource.logicalId().name());
            }
        }
    }

    /** The resource whose name stands in an ARN: that of the longest such name. Names behind the 40th mark are not seen. */
    Optional<String> in(String text) {
        if (!text.startsWith(ARN)) {
            return Optional.empty();
        }
        List<Integer> marks = marks(text);
        String longest = "";
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i + 1; j < marks.size(); j++) {
                int start = marks.get(i) + 1;
                if (marks.get(j) - start > longest.length()) {
                    String name = text.substring(start, marks.get(j));
                    longest = idsByName.containsKey(name) ? name : longest;
                }
            }
        }
        return Optional.ofNullable(idsByName.get(longest));
    }

    /** Where names can begin and end. */
    private static List<Integer> marks(String text) {
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < text.length() && marks.size() < MOST_MARKS; i++) {
            if (isBoundary(text.charAt(i))) {
                marks.add(i);
            }
        }
        marks.add(text.length());
        return marks;
    }

    private static boolean isBoundary(char c) {
        return c == ':' || c == '/' || c == '*';
    }

    private static String text(@Nullable Value<?> value) {
        if (value instanceof Sub sub) {
            return sub.text();
        }
        return value instanceof Literal<?> literal && literal.isString() ? literal.text() : "";
    }
}
