//! The addresses of a name as the world sees them, judged before any is contacted.

use std::net::IpAddr;

use super::way::Family;
use crate::core::diagnose::Lane;
use crate::core::diagnose::ask::{Asker, Ended};
use crate::core::env::{AddressRange, DnsName, RecordData};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// What a name's addresses are.
pub enum Addresses {
    /// These may be contacted.
    These(Vec<IpAddr>),
    /// There are none of this kind.
    None,
    /// There is no such name.
    NoName,
    /// All lie where nobody agreed to asking: the first one.
    Inside(IpAddr, AddressRange),
    /// Nobody could say.
    Unknown,
}

/// Asks for the addresses of one kind.
pub fn addresses(
    asker: &Asker<'_>,
    name: &DnsName,
    family: Family,
) -> Result<Addresses, Cancelled> {
    let told = asker.resolve(Lane::Validation, name, family.record())?;
    let of = |data: &RecordData| match data {
        RecordData::A(address) => Some(IpAddr::V4(*address)),
        RecordData::Aaaa(address) => Some(IpAddr::V6(*address)),
        _ => None,
    };
    let all: Vec<IpAddr> = told
        .records
        .iter()
        .filter_map(|record| of(&record.data))
        .filter(|address| family.holds(*address))
        .collect();
    let setup = &asker.request.setup;
    let mut open: Vec<IpAddr> = all
        .iter()
        .copied()
        .filter(|address| setup.may_contact(*address).is_ok())
        .collect();
    open.sort();
    open.dedup();
    open.truncate(limits::FILE_ADDRESSES);
    let inside = all
        .iter()
        .find_map(|address| Some((*address, setup.may_contact(*address).err()?)));
    Ok(match (open.is_empty(), inside, &told.ended) {
        (false, ..) => Addresses::These(open),
        (true, Some((address, range)), _) => Addresses::Inside(address, range),
        (true, None, Ended::NoSuchName { .. }) => Addresses::NoName,
        (true, None, Ended::Found | Ended::NoRecords { .. }) => Addresses::None,
        _ => Addresses::Unknown,
    })
}
