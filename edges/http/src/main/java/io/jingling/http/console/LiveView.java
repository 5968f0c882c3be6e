package io.jingling.http.console;

import java.util.List;

/**
 * The live page as it is first shown.
 *
 * @param rows the newest first
 * @param fresh false where the history did not answer
 */
record LiveView(Figures figures, List<DecisionView> rows, Charts charts, boolean fresh) {}
