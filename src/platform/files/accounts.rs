//! Users and groups of Linux by name and number: from the system's files, and from `getent` for those that
//! a directory service knows.

use std::fs;
use std::process::{Command, Stdio};

/// The number of a group.
pub fn group_id(name: &str) -> Option<u32> {
    let is_name =
        !name.is_empty() && !name.starts_with('-') && !name.contains([':', '\n', '\0', ',']);
    if !is_name {
        return None;
    }
    find("group", |fields| fields.first() == Some(&name), name)?
        .get(2)?
        .parse()
        .ok()
}

/// The name of a group, or its number.
pub fn group_name(gid: u32) -> String {
    name_of("group", gid)
}

/// The name of a user, or the number.
pub fn user_name(uid: u32) -> String {
    name_of("passwd", uid)
}

fn name_of(database: &str, id: u32) -> String {
    let id = id.to_string();
    find(database, |fields| fields.get(2) == Some(&id.as_str()), &id)
        .and_then(|fields| fields.first().cloned())
        .unwrap_or(id)
}

/// The fields of the first entry that fits.
fn find(database: &str, fits: impl Fn(&[&str]) -> bool, key: &str) -> Option<Vec<String>> {
    let of_file = fs::read_to_string(format!("/etc/{database}")).unwrap_or_default();
    entry(&of_file, &fits).or_else(|| entry(&getent(database, key).unwrap_or_default(), &fits))
}

fn entry(text: &str, fits: impl Fn(&[&str]) -> bool) -> Option<Vec<String>> {
    text.lines()
        .map(|line| line.split(':').collect::<Vec<&str>>())
        .find(|fields| fits(fields))
        .map(|fields| fields.into_iter().map(str::to_owned).collect())
}

fn getent(database: &str, key: &str) -> Option<String> {
    let answer = Command::new("getent")
        .args([database, key])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    String::from_utf8(answer.stdout).ok()
}
