-- Maps of mails show the towns around: among millions of places they are looked up by their latitude.
create index place_latitude on place (latitude) where kind = 'locality';
