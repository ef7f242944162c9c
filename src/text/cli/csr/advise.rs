//! Words of `csr advise`.

phrases! {
    about: "Say beforehand what a CA will say to a list of names", "申请之前说明 CA 会如何看待这些域名";
    names_help: "Names, URLs, addresses, in any separators", "域名、URL、地址，分隔符不限";
    from_help: "File with names, or - for standard input; may be given again", "含有域名的文件，- 表示标准输入；可重复给出";
}
