package io.jingling.http;

/** The media types of files, and an example of each for the API's description. */
final class FileTypes {
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    static final String STANDINGS_EXAMPLE = """
            number,category,score,expires,evidence,evidence_value
            17012345678,07,83,2027-01-31T00:00:00+08:00,calls_per_hour,312
            95533,L1,,2027-12-31T00:00:00+08:00,,
            """;
    static final String WISHES_EXAMPLE = """
            number,category,action
            13700137000,07,reject
            13700137000,preset:overseas,silent
            """;
    static final String CALLS_EXAMPLE = """
            call_id,start_time,caller,callee,direction,answered,ring_ms,duration_ms,released_by,cause
            a-1,2026-11-23T09:30:00+08:00,17012345678,13700137000,in,true,4200,31000,callee,16
            """;

    static final String LABELS_EXAMPLE = """
            number,call_id,claim,category,source,who,at
            17012345678,,harassment,07,reporter,b7f2c1e0,2026-11-23T09:30:00+08:00
            95338,,legit_trade,,officer,,2026-11-24T10:00:00+08:00
            """;

    static final String REPORTS_EXAMPLE = """
            key,reporter,number,at,category,mode,asked_to_stop,description
            cc-4711,13700137000,170 1234 5678,2026-11-23T09:30:00+08:00,07,robot_ai,true,机器人推销贷款
            """;

    private FileTypes() {}
}
