package io.jingling.domain;

/**
 * Why a call was decided so, in a code for machines and a sentence for people.
 *
 * @param code upper case, stable: {@code OWN_CATEGORY}, {@code EVIDENCE_CALLS_PER_HOUR}, …
 * @param ruleId the rule's id
 * @param ruleVersion the rule's version
 * @param listVersion the state of standings and wishes
 * @param chinese a plain sentence
 * @param english the same
 */
public record Reason(String code, String ruleId, int ruleVersion, long listVersion, String chinese, String english) {}
