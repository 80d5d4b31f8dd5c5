package org.repframework.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/** Where a command writes. */
public final class Targets {

    private Targets() {}

    /**
     * Before anything is computed.
     *
     * @param option that names the folder
     * @throws UserError if there cannot be such a folder
     */
    static void check(String option, Path folder) {
        var nearest = folder.toAbsolutePath().normalize();
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw new UserError(Code.WRONG_TARGET, option + " is " + folder + ", and " + nearest + " is no folder");
        }
        if (!Files.isWritable(nearest)) {
            throw new UserError(
                    Code.WRONG_TARGET, option + " is " + folder + ", and " + nearest + " cannot be written to");
        }
    }

    /** What the file system refused, in words. */
    public static Problem problem(FileSystemException refused) {
        var why = refused instanceof AccessDeniedException
                ? "permission denied"
                : refused instanceof FileAlreadyExistsException
                        ? "a file of this name is in the way"
                        : refused instanceof NoSuchFileException
                                ? "there is no such folder, and none can be made"
                                : refused.getReason();
        return Problem.outside(Code.WRONG_TARGET, refused.getFile() + " cannot be used: " + why);
    }
}
