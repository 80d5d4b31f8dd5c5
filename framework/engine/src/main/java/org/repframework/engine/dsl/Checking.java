package org.repframework.engine.dsl;

import groovy.transform.CompilationUnitAware;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first pass over a script: its syntax tree is checked, then its calls of verbs get their places, so that the second
 * pass, the evaluation, can point at the very argument. Nothing that is found stops the compilation.
 */
final class Checking extends CompilationCustomizer implements CompilationUnitAware {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);

    private final Findings findings;
    private final VerbCalls calls;
    private CompilationUnit unit;

    Checking(Findings findings, VerbCalls calls) {
        super(CompilePhase.INSTRUCTION_SELECTION);
        this.findings = findings;
        this.calls = calls;
    }

    @Override
    public void setCompilationUnit(CompilationUnit compilation) {
        this.unit = compilation;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        findings.words().read(type);
        try {
            var checker = new ScriptChecker(source, type, unit, findings, calls);
            checker.visitClass(type);
            checker.performSecondPass();
        } catch (RuntimeException | GroovyBugError giveUp) {
            // Groovy's checker has limits; the evaluation finds what is left
            LOG.warn("{} is checked by its evaluation alone: {}", source.getName(), giveUp.toString());
        }
        if (type.isScriptBody()) {
            new CallSites(source, type).visitClass(type);
        }
    }
}
