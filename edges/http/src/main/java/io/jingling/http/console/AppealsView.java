package io.jingling.http.console;

import java.util.List;

/**
 * Appeals, the first first.
 *
 * @param isAll whether decided ones are among them
 */
record AppealsView(List<AppealView.Line> lines, boolean isAll) {}
