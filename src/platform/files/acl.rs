//! The POSIX access control list that Linux keeps in `system.posix_acl_access`: a version, then entries of
//! tag, rights and id (linux/posix_acl_xattr.h).

use super::accounts;
use crate::core::env::Reader;

const USER: u16 = 0x02;
const OWNING_GROUP: u16 = 0x04;
const GROUP: u16 = 0x08;
const MASK: u16 = 0x10;
const READ: u16 = 4;

/// Whom a list lets read, besides owner and others, for whom the mode speaks.
#[derive(Default)]
pub struct Named {
    pub owning_group: bool,
    pub named: Vec<Reader>,
}

/// Reads the list; entries cut off are left out.
pub fn readers(list: &[u8]) -> Named {
    let entries: Vec<(u16, u16, u32)> = list
        .get(4..)
        .unwrap_or_default()
        .chunks_exact(8)
        .filter_map(entry)
        .collect();
    let mask = entries
        .iter()
        .find(|(tag, ..)| *tag == MASK)
        .map_or(READ, |(_, rights, _)| *rights);
    let mut found = Named::default();
    for (tag, rights, id) in entries {
        if rights & mask & READ == 0 {
            continue;
        }
        match tag {
            USER => found.named.push(Reader::Account(accounts::user_name(id))),
            GROUP => found.named.push(Reader::Group(accounts::group_name(id))),
            OWNING_GROUP => found.owning_group = true,
            _ => {}
        }
    }
    found
}

fn entry(bytes: &[u8]) -> Option<(u16, u16, u32)> {
    let [t0, t1, r0, r1, i0, i1, i2, i3] = <[u8; 8]>::try_from(bytes).ok()?;
    Some((
        u16::from_le_bytes([t0, t1]),
        u16::from_le_bytes([r0, r1]),
        u32::from_le_bytes([i0, i1, i2, i3]),
    ))
}
