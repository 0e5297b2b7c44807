package io.tapstack.reference.oracle;

import java.util.ArrayList;
import java.util.List;

/** The page of a pipeline, followed as its reader would: heading by heading, each block pasted as it is printed. */
final class Page {

    private final AwsCli aws;
    private final List<ReadmeCommands.Block> unread;

    /** A page of which nothing has been done yet. */
    Page(AwsCli aws, String pipeline) {
        this.aws = aws;
        this.unread = new ArrayList<>(ReadmeCommands.of(OraclePaths.page(pipeline)));
    }

    /** Does what stands under the next heading and gives what its blocks print. */
    String follow(String heading) {
        StringBuilder out = new StringBuilder();
        boolean found = false;
        while (!unread.isEmpty() && unread.get(0).heading().equals(heading)) {
            ReadmeCommands.Block block = unread.remove(0);
            found = true;
            if (block.notOnEmulator().isPresent()) {
                System.out.println("oracles: line " + block.line() + " is left out: "
                        + block.notOnEmulator().get());
            } else {
                out.append(aws.bash(block.commands()).succeed().out());
            }
        }
        if (!found) {
            throw new AssertionError("the next block does not stand under \"" + heading + "\" but in " + unread);
        }
        return out.toString();
    }

    /** What is still to be done. */
    List<ReadmeCommands.Block> unread() {
        return unread;
    }
}
