package org.repframework.engine.dsl;

import java.util.List;
import java.util.Optional;
import org.repframework.engine.plan.Parameter;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Source;
import org.repframework.engine.problem.Problem;

/**
 * A script after its evaluation.
 *
 * @param sources the script, then what it includes
 * @param plan empty if there are errors
 * @param problems all that is wrong, in the order of the script
 * @param parameters what the script declares; as far as it was evaluated
 */
public record Workflow(List<Source> sources, Optional<Plan> plan, List<Problem> problems, List<Parameter> parameters) {}
