//! Whether a CA's file under `/.well-known/pki-validation/` or `/.well-known/acme-challenge/` would be
//! served, by the settings of the server, the site's `location` blocks and its `web.config`.

use super::config::{HandlerChange, MimeChange, Placed, RewriteRule, ServerSettings};
use crate::core::finding::BlockCause;

/// Paths under which CAs look, without the leading slash, as URL Rewrite sees them.
const PATHS: &[&str] = &[
    ".well-known/pki-validation/fileauth.txt",
    ".well-known/acme-challenge/x0y1z2",
];

/// Causes with their lines, in the settings that bring them. `inherited` come first, the server's before
/// the site's; `is_root` says that these are the settings of a whole site.
pub fn causes(
    inherited: &[&ServerSettings],
    own: &ServerSettings,
    is_root: bool,
) -> Vec<Placed<BlockCause>> {
    let mut found = Vec::new();
    found.extend(access(own));
    found.extend(redirect(own));
    found.extend(own.rules.iter().filter_map(rewrite));
    // A part that says nothing of types has those of the part above, where it is told.
    if is_root || !own.mime.is_empty() {
        found.extend(types(inherited, own));
    }
    found.extend(filtering(own));
    found.extend(handlers(own));
    found.sort_by_key(|cause| cause.line);
    found
}

fn access(own: &ServerSettings) -> Option<Placed<BlockCause>> {
    let access = own.access.as_ref()?;
    let demands = access.value.iter().any(|word| &**word == "ssl");
    demands.then_some(Placed {
        value: BlockCause::RequiresHttps,
        line: access.line,
    })
}

fn redirect(own: &ServerSettings) -> Option<Placed<BlockCause>> {
    let redirect = own.redirect.as_ref()?;
    let destination = redirect.value.destination.clone();
    redirect.value.is_enabled.then_some(Placed {
        value: BlockCause::Redirect { destination },
        line: redirect.line,
    })
}

/// A rule that catches everything, or these paths by name, and does not leave them where they are.
fn rewrite(rule: &Placed<RewriteRule>) -> Option<Placed<BlockCause>> {
    let value = &rule.value;
    let acts = matches!(
        &*value.action,
        "redirect" | "rewrite" | "customresponse" | "abortrequest"
    );
    if !value.is_enabled || !acts || !catches(value) || spares(value) {
        return None;
    }
    let only_to_https = &*value.action == "redirect" && is_to_https(value);
    Some(Placed {
        value: BlockCause::Rewrite {
            rule: value.name.clone(),
            only_to_https,
        },
        line: rule.line,
    })
}

/// Whether the pattern takes the CA's paths in. Patterns are regular expressions of any shape: those that
/// surely take everything are known, and those that spell the folder; of others nothing is claimed.
fn catches(rule: &RewriteRule) -> bool {
    let pattern = rule.pattern.trim();
    if rule.is_negated {
        return !pattern.contains("well-known");
    }
    let everything = [
        "(.*)", ".*", "^(.*)$", "^.*$", "*", "^(.*)", "(.*)$", "(.+)", ".+", "^(.+)$", "",
    ];
    everything.contains(&pattern) || pattern.contains("well-known")
}

/// Whether a condition keeps these paths out, or lets only missing files in.
fn spares(rule: &RewriteRule) -> bool {
    rule.conditions
        .iter()
        .any(|condition| condition.is_negated && condition.pattern.contains("well-known"))
}

/// Whether it is the usual rule that sends http to https at the same place.
pub fn is_to_https(rule: &RewriteRule) -> bool {
    let url = rule.url.to_ascii_lowercase();
    let asks_https = rule.conditions.iter().any(|condition| {
        let input = condition.input.to_ascii_uppercase();
        input.contains("{HTTPS}") || input.contains("{SERVER_PORT")
    });
    asks_https && url.starts_with("https://") && rule.is_enabled
}

fn types(inherited: &[&ServerSettings], own: &ServerSettings) -> Vec<Placed<BlockCause>> {
    let line = own.mime.first().map_or(1, |change| change.line);
    let mut known: Vec<&str> = Vec::new();
    let all = inherited.iter().flat_map(|settings| &settings.mime);
    // IIS knows `.txt` by itself; what is not listed in the files at hand is taken as the default.
    let server = inherited.first();
    let has_server_list = server.is_some_and(|settings| !settings.mime.is_empty());
    if !has_server_list {
        known.push(".txt");
    }
    for change in all.chain(&own.mime) {
        match &change.value {
            MimeChange::Add(extension) => known.push(extension),
            MimeChange::Remove(extension) => known.retain(|held| **held != **extension),
            MimeChange::Clear => known.clear(),
        }
    }
    let has = |wanted: &str| {
        known
            .iter()
            .any(|held| *held == wanted || *held == ".*" || *held == "*")
    };
    let mut causes = Vec::new();
    if !has(".") {
        causes.push(Placed {
            value: BlockCause::NoTypeWithoutExtension,
            line,
        });
    }
    if !has(".txt") {
        causes.push(Placed {
            value: BlockCause::NoTypeForText,
            line,
        });
    }
    causes
}

fn filtering(own: &ServerSettings) -> Vec<Placed<BlockCause>> {
    let filtering = &own.filtering;
    let mut causes = Vec::new();
    let is_allowed = |wanted: &str| {
        filtering
            .extensions
            .iter()
            .any(|(extension, allowed)| **extension == *wanted && *allowed)
    };
    if let Some(line) = filtering.only_listed_extensions
        && !(is_allowed(".") && is_allowed(".txt"))
    {
        causes.push(Placed {
            value: BlockCause::ExtensionsListed,
            line,
        });
    }
    for segment in &filtering.hidden_segments {
        let is_part = |path: &&str| {
            path.split('/')
                .any(|part| part.eq_ignore_ascii_case(&segment.value))
        };
        if PATHS.iter().any(is_part) {
            causes.push(Placed {
                value: BlockCause::HiddenSegment {
                    segment: segment.value.clone(),
                },
                line: segment.line,
            });
        }
    }
    for sequence in &filtering.denied_sequences {
        let denied = sequence.value.to_ascii_lowercase();
        if !denied.is_empty()
            && PATHS
                .iter()
                .any(|path| format!("/{path}").contains(&denied))
        {
            causes.push(Placed {
                value: BlockCause::DeniedSequence {
                    sequence: sequence.value.clone(),
                },
                line: sequence.line,
            });
        }
    }
    causes.extend(filtering.get_denied.map(|line| Placed {
        value: BlockCause::GetDenied,
        line,
    }));
    causes
}

/// The static handler taken away, or another that answers for `*` before it.
fn handlers(own: &ServerSettings) -> Option<Placed<BlockCause>> {
    let mut lost: Option<u32> = None;
    for change in &own.handlers {
        match &change.value {
            HandlerChange::Clear => lost = Some(change.line),
            HandlerChange::Remove(name) if &**name == "staticfile" => lost = Some(change.line),
            HandlerChange::Remove(_) => {}
            HandlerChange::Add { path, by, .. }
                if &**path == "*" && by.contains("staticfilemodule") =>
            {
                lost = None;
            }
            HandlerChange::Add { path, name, .. } if &**path == "*" => {
                return Some(Placed {
                    value: BlockCause::Handlers {
                        instead: Some(name.clone()),
                    },
                    line: change.line,
                });
            }
            HandlerChange::Add { .. } => {}
        }
    }
    lost.map(|line| Placed {
        value: BlockCause::Handlers { instead: None },
        line,
    })
}
