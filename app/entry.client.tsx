/** No page runs a script of the house's frame; Remix asks for an entry all the same. */
export {}
