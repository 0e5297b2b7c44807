package io.tapstack.model.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Gets the bytes of a file, unless it is none, or too large. */
final class TemplateBytes {

    private TemplateBytes() {}

    /**
     * The bytes of a regular file. Directories, pipes and devices are refused without being opened: they may have no end.
     *
     * @throws UnreadableException if it is none, is too large or can't be read
     */
    static byte[] read(Path file, int maximum) throws UnreadableException {
        if (Files.isDirectory(file)) {
            throw unreadable("It is a directory.", "Name the files in it.");
        }
        if (!Files.exists(file)) {
            throw unreadable("There is no such file.", "Check the name.");
        }
        if (!Files.isRegularFile(file)) {
            throw unreadable("It is no regular file.", "Copy what it holds into a file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(maximum + 1);
            checkSize(content, maximum);
            return content;
        } catch (NoSuchFileException e) {
            throw unreadable("There is no such file.", "Check the name.");
        } catch (AccessDeniedException e) {
            throw unreadable("Permission denied.", "Make it readable.");
        } catch (IOException e) {
            throw unreadable("It can't be read: " + e.getMessage() + ".", "Check the file.");
        }
    }

    static void checkSize(byte[] content, int maximum) throws UnreadableException {
        if (content.length > maximum) {
            throw UnreadableException.limit(0, 0, "The file has more than " + maximum + " bytes.");
        }
    }

    private static UnreadableException unreadable(String message, String remedy) {
        return UnreadableException.text(0, 0, message, remedy);
    }
}
