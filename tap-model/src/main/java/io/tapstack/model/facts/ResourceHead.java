package io.tapstack.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first line of a resource's facts while it is read. */
final class ResourceHead {

    final String typeName;
    boolean open;
    boolean stateful;
    boolean retired;
    Lifecycle lifecycle = Lifecycle.ACTIVE;

    @Nullable
    TagFacts tags;

    List<String> refReturns = List.of();

    @Nullable
    String arnPattern;

    @Nullable
    String transform;

    Origin origin = Origin.BOTH;

    ResourceHead(String typeName) {
        this.typeName = typeName;
    }

    /** Takes one flag; false if it is unknown. */
    boolean accept(String flag) {
        switch (flag) {
            case "open" -> {
                open = true;
                return true;
            }
            case "stateful" -> {
                stateful = true;
                return true;
            }
            case "retired" -> {
                retired = true;
                return true;
            }
            default -> {
                int equals = flag.indexOf('=');
                return equals > 0 && accept(flag.substring(0, equals), flag.substring(equals + 1));
            }
        }
    }

    private boolean accept(String key, String value) {
        switch (key) {
            case "lifecycle" -> {
                lifecycle = Lifecycle.of(value);
                return true;
            }
            case "tags" -> {
                int colon = value.indexOf(':');
                tags = new TagFacts(value.substring(0, Math.max(colon, 0)), TagShape.of(value.substring(colon + 1)));
                return true;
            }
            case "ref" -> {
                refReturns = FactsText.list(value);
                return true;
            }
            case "arn" -> {
                arnPattern = FactsText.unescape(value);
                return true;
            }
            case "transform" -> {
                transform = FactsText.unescape(value);
                return true;
            }
            case "origin" -> {
                origin = Origin.of(value);
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}
