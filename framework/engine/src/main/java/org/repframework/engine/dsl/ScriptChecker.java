package org.repframework.engine.dsl;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.repframework.engine.problem.Code;

/**
 * Groovy's type checker as an observer: it infers types, {@link VerbExtension} judges by them, and what Groovy itself
 * would refuse is passed over, since most of it works when a script is evaluated.
 */
final class ScriptChecker extends StaticTypeCheckingVisitor {

    private final ErrorCollector ignored;
    private final Findings findings;

    ScriptChecker(SourceUnit source, ClassNode type, CompilationUnit unit, Findings findings, VerbCalls calls) {
        super(source, type);
        this.findings = findings;
        this.ignored = new ErrorCollector(source.getConfiguration());
        typeCheckingContext.pushErrorCollector(ignored);
        setCompilationUnit(unit);
        addTypeCheckingExtension(new VerbExtension(this, type, findings, calls));
        initialize();
    }

    /** Whether this visit counts: Groovy also visits closures on trial, with other types. */
    boolean isInEarnest() {
        return typeCheckingContext.getErrorCollector() == ignored;
    }

    /** Opens a protected method to the extension. */
    ClassNode typeOf(ASTNode node) {
        return getType(node);
    }

    @Override
    public void addError(String message, ASTNode node) {
        typeCheckingContext.getErrorCollector().addErrorAndContinue(message, node, getSourceUnit());
    }

    /** Told only of what fails in any case: a text or a list in place of a number. */
    @Override
    protected void addAssignmentError(ClassNode left, ClassNode right, Expression expression) {
        var number = ClassHelper.isNumberType(left) || ClassHelper.isBigDecimalType(left);
        var text = ClassHelper.isStringType(right) || ClassHelper.isGStringType(right);
        if (isInEarnest() && number && text) {
            findings.add(
                    Code.WRONG_VALUE_TYPE,
                    expression,
                    "a " + right.getNameWithoutPackage() + " cannot be the value of a variable of the type "
                            + left.getNameWithoutPackage());
        }
        super.addAssignmentError(left, right, expression);
    }
}
