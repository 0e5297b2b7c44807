package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the file of one IAM service. */
final class IamFactsParser {

    private final FactsLines lines;
    private final List<IamAction> actions = new ArrayList<>();
    private final List<IamResourceType> resourceTypes = new ArrayList<>();
    private final List<IamConditionKey> conditionKeys = new ArrayList<>();
    private @Nullable String prefix;

    private IamFactsParser(String file, String text) {
        this.lines = new FactsLines(file, text);
    }

    static IamService parse(String file, String text) {
        return new IamFactsParser(file, text).parse();
    }

    private IamService parse() {
        while (lines.nextLine()) {
            try {
                line(lines.token("a kind"));
            } catch (IllegalArgumentException e) {
                throw lines.malformed(String.valueOf(e.getMessage()));
            }
        }
        if (prefix == null) {
            throw new FactsFormatException(lines.file(), 0, "no service line");
        }
        return new IamService(prefix, actions, resourceTypes, conditionKeys);
    }

    private void line(String kind) {
        if ((prefix == null) != kind.equals("service")) {
            throw lines.malformed("expected one service line, and first; found '" + kind + "'");
        }
        String name = FactsText.unescape(lines.token("a name"));
        switch (kind) {
            case "service" -> prefix = name;
            case "action" -> actions.add(action(name));
            case "resource" ->
                resourceTypes.add(new IamResourceType(name, FactsText.unescape(value("arn")), list("keys")));
            case "key" -> conditionKeys.add(new IamConditionKey(name, lines.token("a type")));
            default -> throw lines.malformed("unknown kind '" + kind + "'");
        }
        if (lines.hasToken()) {
            throw lines.malformed("unexpected '" + lines.token("") + "'");
        }
    }

    private IamAction action(String name) {
        Set<IamAccessLevel> levels = EnumSet.noneOf(IamAccessLevel.class);
        for (String level : FactsText.list(lines.token("an access level"))) {
            levels.add(IamAccessLevel.of(level));
        }
        List<IamActionResource> resources = new ArrayList<>();
        for (String resource : list("resources")) {
            resources.add(actionResource(Arrays.asList(resource.split("\\|"))));
        }
        return new IamAction(
                String.valueOf(prefix),
                name,
                levels,
                Collections.unmodifiableList(resources),
                list("keys"),
                list("depends"));
    }

    private static IamActionResource actionResource(List<String> nameAndKeys) {
        String name = nameAndKeys.get(0);
        boolean required = name.endsWith("*");
        List<String> keys = Collections.unmodifiableList(nameAndKeys.subList(1, nameAndKeys.size()));
        return new IamActionResource(required ? name.substring(0, name.length() - 1) : name, required, keys);
    }

    private List<String> list(String key) {
        return FactsText.list(value(key));
    }

    private String value(String key) {
        String token = lines.token(key + "=");
        if (!token.startsWith(key) || token.length() == key.length() || token.charAt(key.length()) != '=') {
            throw lines.malformed("expected " + key + "=, found '" + token + "'");
        }
        return token.substring(key.length() + 1);
    }
}
