package io.tapstack.reference.deploy;

import io.tapstack.model.io.AtomicFiles;
import io.tapstack.model.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files beside a template with which it is deployed: {@code deploy.sh}, {@code parameters.json}, {@code tags.json}. Everything in
 * them follows from the template, so the same template gives the same bytes.
 */
public final class DeployFiles {

    private static final String EXECUTABLE = "rwxr-xr-x";

    private final Template template;

    private DeployFiles(Template template) {
        this.template = template;
    }

    /** The files for a template. */
    public static DeployFiles of(Template template) {
        return new DeployFiles(template);
    }

    /** The values of its parameters as the AWS CLI takes them: the defaults, and an empty text where there is none. */
    public String parameters() {
        return ParametersFile.text(template);
    }

    /** The tags of the stack as the AWS CLI takes them: those that all its tagged resources have, and that are plain texts. */
    public String tags() {
        return TagsFile.text(template);
    }

    /**
     * The script, for Bash 3.2 and later.
     *
     * @param templateFile where the template is, from the folder of the script
     */
    public String script(String templateFile) {
        return DeployScript.text(template, templateFile);
    }

    /**
     * Makes sure that there is a folder, and that files can be written into it.
     *
     * @throws IOException if there is none and none can be made; its message says why
     */
    public static void prepare(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Path parent = folder.toAbsolutePath().normalize().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new IOException(
                        "cannot make the folder " + folder + ": the folder " + parent + " does not exist");
            }
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                throw new IOException("cannot make the folder " + folder + ": " + e.getMessage(), e);
            }
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IOException("cannot write into " + folder + ": it is not a folder, or may not be written");
        }
    }

    /**
     * Writes the files, each as a whole or not at all.
     *
     * @param templateFile where the template has been written
     * @param folder a folder that exists
     * @throws IOException if one cannot be written; its message says which and why
     */
    public void write(Path templateFile, Path folder) throws IOException {
        AtomicFiles.write(folder.resolve("parameters.json"), parameters());
        AtomicFiles.write(folder.resolve("tags.json"), tags());
        Path script = folder.resolve("deploy.sh");
        AtomicFiles.write(script, script(fromFolder(templateFile, folder)));
        PosixFileAttributeView permissions = Files.getFileAttributeView(script, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString(EXECUTABLE));
        }
    }

    /** The way from a folder to a file, through no symbolic link, since {@code ..} does not lead back through one. */
    private static String fromFolder(Path file, Path folder) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path real = parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
        return folder.toRealPath().relativize(real).toString().replace('\\', '/');
    }
}
