package io.tapstack.model.validation;

import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;

/** The names that loops make, as patterns: <code>Topic${Name}</code>. */
final class LoopKeys {

    private static final String LOOP = "Fn::ForEach::";

    private LoopKeys() {}

    /** Whether a member name starts a loop. */
    static boolean isLoop(String name) {
        return name.length() > 12 && name.charAt(0) == 'F' && name.startsWith(LOOP);
    }

    static void collect(Value<?> loopArgument, List<String> keys) {
        for (int depth = 0; depth < PathStack.MAXIMUM_DEPTH; depth++) {
            if (!(loopArgument instanceof ListValue<?> list)
                    || list.items().size() != 3
                    || !(list.items().get(2) instanceof ObjectValue<?> body)) {
                return;
            }
            PropertyBag members = body.members();
            Value<?> inner = null;
            for (int i = 0; i < members.size(); i++) {
                if (isLoop(members.nameAt(i))) {
                    inner = members.valueAt(i);
                } else {
                    keys.add(members.nameAt(i));
                }
            }
            if (inner == null) {
                return;
            }
            loopArgument = inner;
        }
    }

    /** Whether a name fits a key in which each placeholder stands for any text. */
    static boolean matches(String key, String name) {
        int from = 0;
        int at = 0;
        boolean open = false;
        while (from <= key.length()) {
            int placeholder = key.indexOf('$', from);
            String piece = placeholder < 0 ? key.substring(from) : key.substring(from, placeholder);
            if (placeholder < 0) {
                return open
                        ? name.length() - piece.length() >= at && name.endsWith(piece)
                        : name.substring(at).equals(piece);
            }
            int found = open ? name.indexOf(piece, at) : name.startsWith(piece, at) ? at : -1;
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
            open = true;
            int close = key.indexOf('}', placeholder);
            from = close < 0 ? key.length() : close + 1;
        }
        return open;
    }
}
