package io.tapstack.model.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files that are there as a whole or not at all.
 *
 * <p>The text is written into a new file beside the target, which then takes the target's name. Whoever reads meanwhile sees the old
 * text or the new one. Permissions of a file that was there are kept; a symbolic link stays one, and what it points to is replaced.
 * Nothing is forced to disk: after a power failure the old text may be back.
 */
public final class AtomicFiles {

    private static final int MAXIMUM_LINKS = 40;
    private static final int MAXIMUM_ATTEMPTS = 1000;

    private AtomicFiles() {}

    /**
     * Writes a text in UTF-8, in place of whatever the file held. What is no file, such as {@code /dev/stdout} or a pipe, is written
     * to directly.
     *
     * @throws IOException if the target is a directory or may not be written, if its directory does not exist, or if writing fails:
     *     with the target in its message, and with the target as it was
     */
    public static void write(Path target, String text) throws IOException {
        Objects.requireNonNull(text, "text");
        write(target, encode(Objects.requireNonNull(target, "target"), text));
    }

    /**
     * Writes bytes, in place of whatever the file held. What is no file, such as {@code /dev/stdout} or a pipe, is written to directly.
     *
     * @throws IOException as for a text
     */
    public static void write(Path target, byte[] bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        write(Objects.requireNonNull(target, "target"), ByteBuffer.wrap(bytes));
    }

    private static void write(Path target, ByteBuffer bytes) throws IOException {
        if (Files.isDirectory(target)) {
            throw failure(target, "it is a directory", null);
        }
        if (Files.exists(target)) {
            if (!Files.isWritable(target)) {
                throw failure(target, "it may not be written", null);
            }
            if (!Files.isRegularFile(target)) {
                writeInto(target, bytes, StandardOpenOption.WRITE);
                return;
            }
        }
        Path file = resolveLinks(target);
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw failure(target, "the directory " + directory + " does not exist", null);
        }
        replace(target, file, directory, bytes);
    }

    private static void replace(Path target, Path file, Path directory, ByteBuffer bytes) throws IOException {
        Path temporary = create(target, directory);
        try {
            writeInto(temporary, bytes, StandardOpenOption.WRITE);
            copyPermissions(file, temporary);
            move(temporary, file);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw failure(target, reason(e), e);
        }
    }

    private static Path create(Path target, Path directory) throws IOException {
        for (int i = 0; i < MAXIMUM_ATTEMPTS; i++) {
            Path candidate = directory.resolve(".tap-" + i + ".tmp");
            try {
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException e) {
                // Another writer is at work, or one was interrupted: take the next name.
            } catch (IOException e) {
                throw failure(target, "no file can be created in " + directory + ": " + reason(e), e);
            }
        }
        throw failure(target, "the directory " + directory + " is full of files .tap-*.tmp that were left over", null);
    }

    private static void writeInto(Path file, ByteBuffer bytes, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path resolveLinks(Path target) throws IOException {
        Path file = target;
        for (int i = 0; Files.isSymbolicLink(file); i++) {
            if (i == MAXIMUM_LINKS) {
                throw failure(target, "its symbolic links have no end", null);
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    private static ByteBuffer encode(Path target, String text) throws IOException {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw failure(target, "the text holds half of a character, which UTF-8 can't hold", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    private static IOException failure(Path target, String reason, @Nullable IOException cause) {
        return new IOException("cannot write " + target + ": " + reason, cause);
    }
}
