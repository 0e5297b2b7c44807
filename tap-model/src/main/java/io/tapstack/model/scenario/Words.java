package io.tapstack.model.scenario;

import java.util.List;

/** How values of parameters are told in messages. */
final class Words {

    private static final int MOST = 5;
    private static final int LONGEST = 60;

    private Words() {}

    static String isOneOf(String parameter, List<String> values) {
        return parameter + (values.size() == 1 ? " is " : " is one of ") + list(values, ", ");
    }

    static String isNoneOf(String parameter, List<String> values) {
        if (values.isEmpty()) {
            return parameter + " is anything";
        }
        return parameter + (values.size() == 1 ? " is not " : " is none of ") + list(values, ", ");
    }

    private static String list(List<String> values, String delimiter) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size() && i < MOST; i++) {
            text.append(i == 0 ? "" : delimiter).append(quoted(values.get(i)));
        }
        return values.size() > MOST
                ? text.append(" and ")
                        .append(values.size() - MOST)
                        .append(" more")
                        .toString()
                : text.toString();
    }

    private static String quoted(String value) {
        return "'" + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value) + "'";
    }
}
