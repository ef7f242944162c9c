//! The flags of `certwright-cli iis …` that do what the controls of the panel do.

pub const ADD_HTTPS: &str = "--add-https";
pub const APPLY: &str = "iis apply PLAN";
pub const CLEAR: &str = "--clear";
pub const COLLECT: &str = "iis collect";
pub const CONFIG: &str = "--config";
pub const ELEVATE: &str = "--elevate";
pub const FILTER: &str = "--filter";
pub const HISTORY: &str = "iis history";
pub const HOST: &str = "--host";
pub const ID: &str = "--id";
pub const LIVE: &str = "--live";
pub const MOVE_TO: &str = "--move-to";
pub const OUT: &str = "--out";
pub const REMOVE: &str = "--remove";
pub const SAVE_COPY: &str = "--save-copy";
pub const SCAN: &str = "iis scan PATH…";
pub const SCRIPT: &str = "iis script PLAN";
pub const SET: &str = "--set";
pub const SNI: &str = "--sni";
pub const SUGGESTED: &str = "--suggested";
pub const UNDO: &str = "iis undo";

/// All flags, without the verbs.
pub const ALL: [&str; 15] = [
    ADD_HTTPS, CLEAR, CONFIG, ELEVATE, FILTER, HOST, ID, LIVE, MOVE_TO, OUT, REMOVE, SAVE_COPY,
    SET, SNI, SUGGESTED,
];

/// Verbs that have controls here.
pub const VERBS: [&str; 5] = ["apply", "collect", "history", "script", "undo"];

/// Flags of the command line that need no control here, and why: the window has its own way to the same.
pub const ELSEWHERE: [(&str, &str); 20] = [
    ("--add-entry", "suggested for the binding that is marked"),
    ("--binding", "the row"),
    (
        "--follow-redirection",
        "the finding names the folder to open",
    ),
    ("--from", "plans are made of marks"),
    ("--iis", "read from the listings"),
    ("--json", "for programs"),
    ("--lang", "in the settings"),
    ("--nth", "the row"),
    ("--only", "marks choose bindings"),
    ("--password-file", "importing has no control yet"),
    ("--password-stdin", "importing has no control yet"),
    ("--web-hosting", "importing has no control yet"),
    ("--protocol", "the row"),
    ("--site", "the row"),
    ("--sslcert", "recognised among the files"),
    ("--store", "recognised among the files"),
    (
        "--thumbprint",
        "the certificate served, or the best of the stores",
    ),
    ("--time", "judged for now"),
    ("--web-config", "recognised among the files"),
    ("--help", "the tooltips"),
];
