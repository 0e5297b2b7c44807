package io.tapstack.reference.oracle;

import io.tapstack.model.validation.Finding;

/** What a tool says of a place in a template, in the form in which tools are compared. */
record Found(String rule, String level, int line, String path, String message) {

    static Found of(Finding finding) {
        String path = finding.path().replace("~1", "/").replace("~0", "~");
        return new Found(finding.ruleId(), finding.severity().name(), finding.line(), path, finding.message());
    }

    boolean isError() {
        return level.equals("ERROR");
    }

    /**
     * Whether both mean the same place: one path leads on where the other ends, within the same resource or section; or they are
     * about the same resource and a line apart at most; or they stand in the same line.
     */
    boolean isNear(Found other) {
        String[] mine = steps();
        String[] its = other.steps();
        int common = 0;
        int shorter = Math.min(mine.length, its.length);
        while (common < shorter && mine[common].equals(its[common])) {
            common++;
        }
        boolean within = common == shorter && (common >= 2 || Math.max(mine.length, its.length) <= 2 && common >= 1);
        boolean both = mine.length == 0 && its.length == 0;
        int apart = Math.abs(line - other.line);
        boolean top = (mine.length == 0 || its.length == 0) && apart <= 1;
        return within || both || top || common >= 2 && apart <= 1 || line > 1 && apart == 0;
    }

    /** The resource, parameter, … that it is about; empty if it is about none. */
    String element() {
        String[] steps = steps();
        return steps.length < 2 ? "" : steps[1];
    }

    private String[] steps() {
        return path.isEmpty() ? new String[0] : path.split("/+", -1);
    }
}
