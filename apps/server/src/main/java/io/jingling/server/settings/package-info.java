/**
 * The configuration: {@code SettingTable} is the one place where a key, its default, unit, range and
 * sentence stand; {@code Settings} is what the process reads. An unknown key is a refusal to start.
 */
package io.jingling.server.settings;
